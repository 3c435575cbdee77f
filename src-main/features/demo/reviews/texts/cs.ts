import type { ReviewTexts } from './text'

export const cs: ReviewTexts = {
  lists: {
    newsletter: 'Newsletter',
    customers: 'Stávající zákazníci',
    fair: 'Kontakty z veletrhu',
    partner: 'Akce s partnerem',
    moved: 'Převod starého seznamu',
    contacts: 'Firmy v kraji',
    draw: 'Letní soutěž',
    course: 'Zájemci o ochutnávky',
  },
  path: 'novinky/prihlaseni',
  consents: {
    good: 'Souhlasím se zasíláním novinek a nabídek společnosti {company} e-mailem. Souhlas mohu kdykoli odvolat odkazem v každé zprávě.',
    no_revocation: 'Souhlasím se zasíláním novinek a nabídek společnosti {company} e-mailem.',
    no_sender: 'Chci dostávat novinky a nabídky e-mailem a vím, že se mohu kdykoli odhlásit.',
    third_parties: 'Souhlasím s předáním svých údajů vybraným společnostem.',
  },
  details: {
    form: 'Formulář je na našem webu v sekci Novinky. Po odeslání přijde e-mail s potvrzovacím odkazem a teprve kliknutím se adresa přidá. Ukládáme čas i IP adresu.',
    purchase:
      'Zákazníci e-shopu za poslední dva roky. U objednávky je upozornění, že zasíláme nabídky podobného zboží a že je možné je kdykoli odmítnout.',
    event: 'Návštěvníci vyplnili na našem stánku papírové kartičky. Máme je naskenované a uložené v kanceláři.',
    moved: 'Seznam jsme od roku 2021 rozesílali u jiného poskytovatele. Odhlášené a nedoručitelné adresy jsou odstraněné, potvrzení máme v exportu.',
    directory: 'Adresy jsme vyhledali v katalogu firem na internetu. Jde o podniky, kterým se naše nabídka může hodit.',
    draw: 'Účastníci soutěže na našem webu. Kdo soutěží, dostává zároveň newsletter.',
  },
  event: 'Veletrh Chutě kraje, Brno',
  partner: 'Průvodce Vysočinou',
  contract: 'Smlouva o spolupráci ze dne 15. 1. 2026, čl. 3',
  provider: 'Poštovní holub',
  questions: {
    link: 'Dobrý den, uvedli jste úvodní stránku. Pošlete nám prosím přesnou adresu stránky, na které je přihlašovací formulář, abychom si ho mohli prohlédnout.',
    contract: 'Dobrý den, s jakým textem lidé u vašeho partnera souhlasili? Ze smlouvy není poznat, zda je v něm uvedena vaše společnost.',
    consent: 'Dobrý den, v textu souhlasu chybí, jak jej lze odvolat. Je to na formuláři uvedeno jinde?',
  },
  answers: {
    link: 'Omlouváme se, posíláme přímý odkaz. Formulář je dole na stránce.',
    contract: 'Text zněl: „Souhlasím s nabídkami Průvodce a jeho partnerů.“ Naše firma v něm jmenovaná není.',
    consent: 'Ano, pod tlačítkem stojí: „Odhlásit se můžete kdykoli odkazem v každém e-mailu.“',
  },
  explanations: {
    link: 'Na uvedené adrese žádný přihlašovací formulář není. Nelze tedy ověřit, s čím lidé souhlasili.',
    contract: 'Souhlas získaný partnerem vaši společnost nejmenuje, a proto se na vaše zprávy nevztahuje.',
    consent: 'V souhlasu chybí odesílatel i způsob odvolání. Požádejte prosím o nový souhlas s úplným textem.',
    bought: 'Podle vaší odpovědi je seznam koupený. Lidé na něm s vašimi zprávami nesouhlasili.',
    directory: 'Adresa v katalogu není souhlasem s reklamou. Souhlas je potřeba i u firem.',
    draw: 'Účast v soutěži není souhlasem s reklamou. Ten musí být samostatný a dobrovolný.',
  },
}
