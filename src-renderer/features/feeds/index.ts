export { takeFiles } from './import-run'
