import type { CompanyField } from '@contract/sharing'

/** What a legal document names of a company (SHR-04), as the platform reports it. */
export interface Company {
  readonly company: string
  readonly registrationNo: string | null
  readonly country: string
  readonly street: string | null
  readonly city: string | null
  readonly postalCode: string | null
  readonly email: string
  readonly phone: string | null
}

/** Forms of registration numbers: only what every number of the country has; registers aren't asked. */
const REGISTRATION: Readonly<Record<string, RegExp>> = { CZ: /^\d{8}$/, SE: /^(?:\d{2})?\d{6}-?\d{4}$/, NO: /^\d{9}$/ }
const POSTAL: Readonly<Record<string, RegExp>> = { CZ: /^\d{5}$/, SE: /^\d{5}$/, DE: /^\d{5}$/, NO: /^\d{4}$/ }
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const tight = (text: string): string => text.replace(/\s/g, '')

type Judge = (value: string, country: string) => boolean

const JUDGES: readonly (readonly [CompanyField['field'], keyof Company, Judge])[] = [
  ['company', 'company', (value) => /\p{L}|\d/u.test(value)],
  ['registration_no', 'registrationNo', (value, country) => (REGISTRATION[country] ?? /\d/).test(tight(value))],
  ['street', 'street', (value) => /\p{L}/u.test(value)],
  ['city', 'city', (value) => /\p{L}/u.test(value)],
  ['postal_code', 'postalCode', (value, country) => (POSTAL[country] ?? /[\p{L}\d]/u).test(tight(value))],
  ['email', 'email', (value) => EMAIL.test(value)],
  ['phone', 'phone', (value) => /^\+?[\d\s()./-]+$/.test(value) && value.replace(/\D/g, '').length >= 6],
]

/** SHR-04: what is missing or invalid, so that no document can be issued. */
export function companyFindings(party: CompanyField['party'], company: Company): CompanyField[] {
  return JUDGES.flatMap(([field, from, isGood]): CompanyField[] => {
    const value = company[from]?.trim() ?? ''
    if (value === '') return [{ party, field, problem: 'missing' }]
    return isGood(value, company.country) ? [] : [{ party, field, problem: 'invalid' }]
  })
}
