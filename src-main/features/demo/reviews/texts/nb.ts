import type { ReviewTexts } from './text'

export const nb: ReviewTexts = {
  lists: {
    newsletter: 'Nyhetsbrev',
    customers: 'Eksisterende kunder',
    fair: 'Messekontakter høst',
    partner: 'Partnerkampanje',
    moved: 'Gammel utsendingsliste',
    contacts: 'Bedrifter i regionen',
    draw: 'Sommerens konkurranse',
    course: 'Interesserte i kurs',
  },
  path: 'nyhetsbrev/pamelding',
  consents: {
    good: 'Ja, jeg vil ha nyhetsbrev med tilbud fra {company} på e-post. Jeg kan når som helst trekke samtykket tilbake med lenken i hver e-post.',
    no_revocation: 'Ja, jeg vil ha nyhetsbrev med tilbud fra {company} på e-post.',
    no_sender: 'Ja, send meg nyheter og tilbud på e-post. Jeg kan melde meg av når jeg vil.',
    third_parties: 'Jeg godtar at opplysningene mine gis videre til utvalgte bedrifter.',
  },
  details: {
    form: 'Skjemaet ligger på nettsiden vår. Etter innsending går det ut en e-post med bekreftelseslenke, og først når den er trykket på, legges adressen til. Tidspunkt og IP-adresse lagres.',
    purchase: 'Kunder fra nettbutikken de siste to årene. Ved kjøp opplyser vi om utsendinger om lignende varer og hvordan man sier nei.',
    event: 'De besøkende skrev seg opp på kort på standen vår. Kortene er skannet og ligger på kontoret.',
    moved: 'Listen har gått ut fra en annen leverandør siden 2019. Avmeldinger og returer er fjernet, og bekreftelsene finnes i en eksport.',
    directory: 'Adressene er hentet fra bransjeregisteret på nettet. Det er bedrifter som bør ha nytte av tilbudet vårt.',
    draw: 'Deltakere i konkurransen på siden vår. Alle som er med, får også nyhetsbrevet.',
  },
  event: 'Hjem og Hage, Lillestrøm',
  partner: 'Fjordguiden',
  contract: 'Samarbeidsavtale 4. februar 2026, punkt 2',
  provider: 'Brevdua',
  questions: {
    link: 'Hei! Dere har oppgitt forsiden. Kan dere sende oss den nøyaktige adressen til siden der påmeldingsskjemaet ligger, så vi får sett på det?',
    contract: 'Hei! Hvilken tekst sa deltakerne ja til hos partneren? Det går ikke fram av avtalen om bedriften deres er nevnt.',
    consent: 'Hei! I samtykketeksten mangler hvordan man trekker samtykket tilbake. Står det et annet sted på skjemaet?',
  },
  answers: {
    link: 'Her er den direkte lenken. Skjemaet ligger nederst på siden.',
    contract: 'Teksten var: «Jeg vil ha tilbud fra Fjordguiden og partnerne.» Vi var ikke nevnt med navn.',
    consent: 'Ja, under knappen står det: «Du kan melde deg av når som helst med lenken i hver e-post.»',
  },
  explanations: {
    link: 'På adressen dere oppga, finnes det ikke noe påmeldingsskjema. Da kan vi ikke se hva mottakerne har sagt ja til.',
    contract: 'Samtykket hos partneren nevner ikke bedriften deres og gjelder derfor ikke utsendingene deres.',
    consent: 'Samtykket mangler avsender og hvordan det kan trekkes tilbake. Be om nytt samtykke med fullstendig tekst.',
    bought: 'Etter det dere opplyser, er listen kjøpt. Mottakerne har ikke sagt ja til dere.',
    directory: 'At adressene står i et register, betyr ikke at de kan få reklame. Det trengs samtykke, også fra bedrifter.',
    draw: 'Å være med i en konkurranse er ikke et samtykke til reklame. Det må gis for seg og frivillig.',
  },
}
