import { LIST, type Texts } from './texts'

export const cs: Texts = {
  held: {
    subject: '{{#whole}}Váš účet je pozastaven kvůli neuhrazené faktuře{{/whole}}{{^whole}}Segmenty byly vypnuty{{/whole}}',
    body: [
      '{{#any}}Vypnuli jsme tyto segmenty:{{/any}}',
      LIST,
      '{{#more}}a další, počet: {{more}}.{{/more}}',
      '{{#mailbox}}Příčina: e-mailová schránka {{source}} byla odpojena.{{/mailbox}}{{#crm}}Příčina: CRM {{source}} bylo odpojeno. Přes toto propojení aktualizujeme seznam blokovaných kontaktů.{{/crm}}{{#maintenance}}Příčina: údržba, kterou provádějí naši technici.{{#text}} {{text}}{{/text}}{{/maintenance}}{{#invoice}}Příčina: faktura {{source}} je po splatnosti; zbývá uhradit {{open}}.{{/invoice}}{{#operator}}Příčina: segmenty vypnula naše podpora.{{#text}} {{text}}{{/text}}{{/operator}}',
      '{{#mailbox}}Co udělat: připojte schránku znovu v části Profil, Integrace.{{/mailbox}}{{#crm}}Co udělat: připojte CRM znovu v části Profil, Integrace.{{/crm}}{{#maintenance}}Co udělat: nic.{{/maintenance}}{{#invoice}}Co udělat: uhraďte prosím fakturu. Pokud s ní nesouhlasíte, napište naší podpoře.{{/invoice}}{{#operator}}Co udělat: s dotazy se obraťte na naši podporu.{{/operator}}',
      '{{#mailbox}}Důsledek: přes tuto schránku nelze odesílat e-maily, proto jsou její segmenty vypnuty. Po připojení se samy znovu spustí, pokud vám neoznámíme něco jiného.{{/mailbox}}{{#crm}}Důsledek: všechny segmenty jsou vypnuty, aby nikdo z vašeho CRM nebyl osloven omylem. Znovu se spustí, až bude CRM připojeno a seznam blokovaných kontaktů znovu načten.{{/crm}}{{#maintenance}}Důsledek: segmenty jsou po dobu údržby vypnuty{{#until}}, pravděpodobně do {{until}}{{/until}}.{{/maintenance}}{{#invoice}}{{^whole}}Důsledek: segmenty jsou vypnuty až do uhrazení faktury. Zůstane-li neuhrazena, bude pozastaven celý účet.{{/whole}}{{#whole}}Důsledek: segmenty, sdílení leadů a rozesílání skupinám jsou vypnuty až do uhrazení faktury. Přihlásit se a platit můžete i nadále.{{/whole}}{{/invoice}}{{#operator}}Důsledek: segmenty poběží, až je naše podpora uvolní{{#until}}, pravděpodobně {{until}}{{/until}}.{{/operator}}',
    ],
  },
  released: {
    subject: '{{#whole}}Váš účet už není pozastaven{{/whole}}{{^whole}}{{#any}}Vaše segmenty znovu běží{{/any}}{{^any}}Jedna překážka pro vaše segmenty pominula{{/any}}{{/whole}}',
    body: [
      '{{#mailbox}}Schránka {{source}} už vaše segmenty nezastavuje.{{/mailbox}}{{#crm}}CRM {{source}} už vaše segmenty nezastavuje.{{/crm}}{{#maintenance}}Údržba skončila.{{/maintenance}}{{#invoice}}Faktura {{source}} už váš účet nezastavuje. Děkujeme.{{/invoice}}{{#operator}}Naše podpora vaše segmenty uvolnila.{{/operator}}',
      '{{#whole}}Segmenty, sdílení leadů a rozesílání skupinám jsou opět možné, pokud tomu nebrání něco jiného.{{/whole}}',
      '{{#blocked}}Kontakty, které nový seznam blokuje: {{blocked}}.{{/blocked}}',
      '{{#any}}Znovu běží tyto segmenty:{{/any}}',
      LIST,
      '{{#more}}a další, počet: {{more}}.{{/more}}',
      '{{#others}}Některé segmenty zůstávají vypnuty z jiného důvodu, o kterém jsme vám psali.{{/others}}',
      '{{#off}}Segmenty, které jste vypnuli sami, zůstávají vypnuty.{{/off}}',
    ],
  },
  maintenance_ahead: {
    subject: 'Údržba vašich segmentů {{starts}}',
    body: [
      'Naši technici budou od {{starts}} do {{ends}} pracovat na těchto segmentech:',
      LIST,
      '{{#more}}a další, počet: {{more}}.{{/more}}',
      '{{#text}}{{text}}{{/text}}',
      'Po tuto dobu jsou vypnuty a potom se samy znovu spustí. Nemusíte nic dělat.',
    ],
  },
  maintenance_changed: {
    subject: 'Údržba vašich segmentů: nově do {{ends}}',
    body: ['Údržba se začátkem {{starts}} nově končí {{ends}}. Týká se těchto segmentů:', LIST, '{{#more}}a další, počet: {{more}}.{{/more}}', 'Nemusíte nic dělat.'],
  },
  maintenance_cancelled: {
    subject: 'Údržba {{starts}} se nekoná',
    body: ['Údržba oznámená na {{starts}} se nekoná. Vaše segmenty běží dál; nemusíte nic dělat.'],
  },
}
