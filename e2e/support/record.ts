import type { Page } from '@playwright/test'
import { expect } from './launch'

/** What is typed into the dialog that records a submission, step by step; in any language of the interface. */
export async function fillConfirmation(page: Page, source: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill(source)
  await dialog.getByRole('checkbox').check()
  await expect(dialog.getByRole('radio').first()).toBeVisible()
}

/** By web form, with its address and the wording of the consent. */
export async function fillAcquisition(page: Page, form: string, consent: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type="radio"][value="web_form"]').check()
  await dialog.locator('[data-part="link"]').getByRole('textbox').fill(form)
  await dialog.locator('[data-part="consent"]').getByRole('textbox').fill(consent)
  await expect(dialog.locator('li[aria-current="step"]')).toHaveCount(1)
  await expect(dialog.locator('ol > li').last().getByRole('textbox').first()).toBeVisible()
}

export async function fillContact(page: Page, name: string, email: string): Promise<void> {
  const fields = page.getByRole('dialog').locator('ol > li').last().getByRole('textbox')
  await fields.nth(0).fill(name)
  await fields.nth(1).fill(email)
}
