import type { ReviewTexts } from './text'

export const en: ReviewTexts = {
  lists: {
    newsletter: 'Newsletter',
    customers: 'Existing customers',
    fair: 'Autumn fair contacts',
    partner: 'Partner campaign',
    moved: 'Old mailing list',
    contacts: 'Local businesses',
    draw: 'Summer prize draw',
    course: 'Course enquiries',
  },
  path: 'newsletter/sign-up',
  consents: {
    good: 'Yes, please send me the newsletter from {company} with news and offers by e-mail. I can withdraw my consent at any time with the unsubscribe link in every e-mail.',
    no_revocation: 'Yes, please send me the newsletter from {company} with news and offers by e-mail.',
    no_sender: 'Yes, please send me news and offers by e-mail. I can unsubscribe whenever I like.',
    third_parties: 'I agree that my details may be passed on to selected companies.',
  },
  details: {
    form: 'The form is in the footer of our site. After it is sent, an e-mail with a confirmation link goes out, and only the click adds the address. We keep the time and the IP address.',
    purchase: 'People who bought from our shop in the last two years. At checkout we say that we write about similar goods and how to opt out.',
    event: 'Visitors filled in paper cards at our stand. The cards are scanned and kept in the office.',
    moved:
      'The list was mailed through another provider since 2020. Unsubscribes and bounces have been taken out; the confirmations are in an export.',
    directory: 'We looked up suitable businesses in an online directory and copied their addresses. They will be glad of what we offer.',
    draw: 'Entrants of the draw on our site. Everyone who enters also gets the newsletter.',
  },
  event: 'Harbour & Home Show, Falmouth',
  partner: 'Coast Path Guide',
  contract: 'Co-marketing agreement of 9 February 2026, clause 6',
  provider: 'Carrier Pigeon Mail',
  questions: {
    link: 'Hello, you gave us your home page. Please send us the exact address of the page that has the sign-up form, so that we can look at it.',
    contract: 'Hello, which words did people agree to at your partner’s? The agreement doesn’t say whether your company is named.',
    consent: 'Hello, the consent wording doesn’t say how it can be withdrawn. Does it say so elsewhere on the form?',
  },
  answers: {
    link: 'Sorry about that, here is the direct link. The form is at the foot of the page.',
    contract: 'The wording was “I would like offers from Coast Path Guide and its partners.” We weren’t named, I’m afraid.',
    consent: 'Yes, under the button it says: “You can unsubscribe at any time with the link in every e-mail.”',
  },
  explanations: {
    link: 'There is no sign-up form at the address you gave. So it can’t be seen what people agreed to.',
    contract: 'The consent your partner collected doesn’t name your company, so it doesn’t cover your mailings.',
    consent: 'The consent names neither the sender nor how to withdraw it. Please ask for consent again with the full wording.',
    bought: 'You told us that the list was bought. The people on it haven’t agreed to hear from you.',
    directory: 'An address in a directory is public, but not open to advertising. Businesses too have to agree first.',
    draw: 'Entering a prize draw is no consent to advertising. That has to be given separately and freely.',
  },
}
