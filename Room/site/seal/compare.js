import { compare, concat, demand, equal, fromText, isId, refusal, sha256 } from "./bytes.js";
import { isCount, shape } from "./canonical.js";
import { hkdf, mac, macKey, NO_SALT } from "./derive.js";
import { label } from "./labels.js";
import { checkPoint } from "./merkle.js";
import { readStatement, signStatement, verifyStatement } from "./statement.js";
import { wordsFrom } from "./words.js";
export const party = ({ pool, user, signKey, encKey }) =>
  concat(fromText(pool, 16), fromText(user, 16), signKey, encKey);
export async function verifyWords(a, b) {
  demand(!equal(a, b), "compare");
  return wordsFrom(await hkdf(sorted(a, b), NO_SALT, label("verifyWords"), 13), 9);
}
export const phoneCommitment = (mine, secret) => sha256(concat(label("phoneCommit"), mine, secret));
export async function phoneWords(mine, theirs) {
  demand(mine.secret.length === 32 && theirs.secret.length === 32, "compare");
  demand(!equal(mine.party, theirs.party) && !equal(mine.secret, theirs.secret), "compare");
  demand(equal(await phoneCommitment(theirs.party, theirs.secret), theirs.commitment), "compare");
  const first = compare(mine.party, theirs.party) < 0;
  const [low, high] = first ? [mine, theirs] : [theirs, mine];
  const material = concat(low.party, high.party, low.secret, high.secret);
  const words = wordsFrom(await hkdf(material, NO_SALT, label("phoneWords"), 9), 6);
  const [lowWords, highWords] = [words.slice(0, 3), words.slice(3)];
  return first ? { say: lowWords, hear: highWords } : { say: highWords, hear: lowWords };
}
export async function invitationProof(secret, body) {
  demand(secret.length === 16, "compare");
  return mac(await macKey(await hkdf(secret, NO_SALT, label("invitation"))), body);
}
export function signVerification(body, signer) {
  checkVerification(body);
  return signStatement("verify", body, [signer]);
}
export async function readVerification(bytes, signer, peer) {
  const statement = readStatement(bytes, "verify");
  const { value } = statement;
  checkVerification(value);
  demand(value.pool === signer.pool && value.user === signer.user && value.k === signer.seq, "compare");
  demand(value.peer === peer.user && value.peer_k === peer.seq && value.keys === peer.hash, "compare");
  await verifyStatement(statement, [signer.signKey]);
  return value;
}
function checkVerification(value) {
  shape(value, "at cp k keys peer peer_k pool user", "compare");
  demand(isId(value.pool) && isId(value.user) && isId(value.peer) && value.user !== value.peer, "compare");
  demand(isCount(value.k, 1) && isCount(value.peer_k, 1) && isCount(value.at), "compare");
  try {
    fromText(value.keys, 32);
    checkPoint(value.cp, "compare");
  } catch {
    throw refusal("compare");
  }
}
const sorted = (a, b) => (compare(a, b) < 0 ? concat(a, b) : concat(b, a));
