export { fold, tokensOf } from './tokens'
export { addTokens, prefixRange, replaceTokens, wordsOf, type Tokenised } from './store'
