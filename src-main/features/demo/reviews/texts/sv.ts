import type { ReviewTexts } from './text'

export const sv: ReviewTexts = {
  lists: {
    newsletter: 'Nyhetsbrevet',
    customers: 'Befintliga kunder',
    fair: 'Mässkontakter hösten',
    partner: 'Partnerkampanj',
    moved: 'Gamla utskickslistan',
    contacts: 'Företag i regionen',
    draw: 'Sommarens tävling',
    course: 'Intresserade av kurser',
  },
  path: 'nyhetsbrev/anmalan',
  consents: {
    good: 'Ja tack, jag vill få nyhetsbrev med erbjudanden från {company} via e-post. Jag kan när som helst återkalla mitt samtycke med länken i varje utskick.',
    no_revocation: 'Ja tack, jag vill få nyhetsbrev med erbjudanden från {company} via e-post.',
    no_sender: 'Ja, skicka mig nyheter och erbjudanden via e-post. Jag kan avregistrera mig när jag vill.',
    third_parties: 'Jag godkänner att mina uppgifter lämnas vidare till utvalda företag.',
  },
  details: {
    form: 'Formuläret ligger på vår webbplats. När man har fyllt i det skickas en bekräftelselänk, och först när man klickar på den läggs adressen till. Tid och IP-adress sparas.',
    purchase:
      'Kunder som har handlat i butiken eller på nätet de senaste två åren. Vid köpet informerar vi om utskick om liknande varor och hur man tackar nej.',
    event: 'Besökarna skrev upp sig på papper i vår monter. Korten är inskannade och finns kvar hos oss.',
    moved:
      'Listan har skickats från en annan leverantör sedan 2020. Avregistreringar och studsar är borttagna, och bekräftelserna finns i en export.',
    directory: 'Adresserna är hämtade från branschregistret på nätet. Det är företag som borde ha nytta av det vi säljer.',
    draw: 'Deltagare i tävlingen på vår sida. Den som är med får också nyhetsbrevet.',
  },
  event: 'Hantverksmässan, Jönköping',
  partner: 'Kustguiden',
  contract: 'Samarbetsavtal 2026-02-12, punkt 5',
  provider: 'Postduvan',
  questions: {
    link: 'Hej! Ni har angett startsidan. Kan ni skicka den exakta adressen till sidan där anmälningsformuläret finns, så att vi kan titta på det?',
    contract: 'Hej! Vilken text godkände deltagarna hos er partner? Av avtalet framgår inte om ert företag nämns.',
    consent: 'Hej! I samtyckestexten saknas hur man tar tillbaka sitt samtycke. Står det någon annanstans på formuläret?',
  },
  answers: {
    link: 'Här kommer den direkta länken. Formuläret ligger längst ner på sidan.',
    contract: 'Texten var: ”Jag vill få erbjudanden från Kustguiden och dess partner.” Vi stod inte med vid namn.',
    consent: 'Ja, under knappen står det: ”Du kan avsluta när som helst via länken i varje brev.”',
  },
  explanations: {
    link: 'På den adress ni angav finns inget anmälningsformulär. Då går det inte att se vad mottagarna har sagt ja till.',
    contract: 'Samtycket hos partnern nämner inte ert företag och gäller därför inte era utskick.',
    consent: 'I samtycket saknas avsändaren och hur man tar tillbaka det. Be om nytt samtycke med fullständig text.',
    bought: 'Enligt ert svar är listan köpt. Mottagarna har inte sagt ja till er.',
    directory: 'Att adresserna står i ett register betyder inte att man får skicka reklam till dem. Det krävs samtycke, även för företag.',
    draw: 'Att vara med i en tävling är inget samtycke till reklam. Det måste lämnas för sig och frivilligt.',
  },
}
