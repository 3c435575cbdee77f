export { ImportButton } from './import-button'
export { takeFiles } from './import-run'
