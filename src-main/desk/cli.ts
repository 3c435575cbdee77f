import { runCommandLine } from './cli/run'
import { sentence } from './cli/problem'
import { say } from './cli/verb'

// Whatever escapes everything below is one line too; a stack trace may hold personal data.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (thrown: unknown) => {
    say(sentence({ kind: 'fault', code: 'internal', params: { name: thrown instanceof Error ? thrown.name : typeof thrown } }))
    process.exit(2)
  })
}
// Whoever reads our output may stop early (`| head`): that is no failure of ours.
process.stdout.on('error', () => process.exit(0))

void runCommandLine(process.argv.slice(2)).then((status) => {
  process.exitCode = status
})
