/** Calling codes of countries whose national numbers are told apart from international ones (SHR-09). */
const CALLING: Readonly<Record<string, string>> = {
  AT: '43',
  BE: '32',
  CH: '41',
  CZ: '420',
  DE: '49',
  DK: '45',
  ES: '34',
  FI: '358',
  FR: '33',
  GB: '44',
  IT: '39',
  NL: '31',
  NO: '47',
  PL: '48',
  SE: '46',
  SK: '421',
}

/** Digits in international form, so that every spelling of a number is one. `country`: of the account that wrote it. */
export function phoneKey(phone: string, country: string): string {
  const trimmed = phone.trim().replace(/\(0\)/g, '')
  const digits = trimmed.replace(/\D/g, '')
  if (trimmed.startsWith('+')) return digits
  if (digits.startsWith('00')) return digits.slice(2)
  const code = CALLING[country]
  if (code === undefined || (digits.startsWith(code) && digits.length > 10)) return digits
  return code + digits.replace(/^0/, '')
}

export const emailKey = (email: string): string => email.trim().toLowerCase()

/** Without the @ people put before it. */
export const domainKey = (domain: string): string =>
  domain
    .trim()
    .toLowerCase()
    .replace(/^(?:\*?@|\*\.|www\.)/, '')
    .replace(/\.$/, '')

/** The domain of an address and every domain above it: who blocks one blocks what is below it. */
export function domainsOf(email: string): string[] {
  const labels = emailKey(email).split('@').at(-1)!.split('.')
  return labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'))
}
