/** Set-up speaks on standard error only: standard output belongs to the program that is set up. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Something can't be had. Says what, why, and what to do; shown without a stack. */
export class SetupProblem extends Error {
  constructor(what, why, todo) {
    super(what)
    this.name = 'SetupProblem'
    this.why = why
    this.todo = todo
  }
}

export function sayProblem(problem) {
  if (!(problem instanceof SetupProblem)) {
    say(problem?.stack ?? String(problem))
    return
  }
  say(`\n✗ ${problem.message}`)
  say(`  Why: ${problem.why}`)
  say(`  What to do: ${problem.todo}`)
}
