import { compare, demand, fromText, isId, refusal, sha256, toText } from "./bytes.js";
import { isCount, parse, serialise, shape, STATEMENT_LIMIT } from "./canonical.js";
import { checkAgreementKey, checkSigningKey } from "./checks.js";
import { checkPoint } from "./merkle.js";
import { checkParameters } from "./stretching.js";
import { readCarried, signStatement } from "./statement.js";
const LEAF_FRAME = 14;
export function keysBody({ signKey, encKey, by, ...rest }) {
  const body = { ...rest, enc_pk: toText(encKey), sign_pk: toText(signKey) };
  return rest.reason === "reset" ? { ...body, by } : body;
}
export async function signKeys(keys, signers) {
  const body = keysBody(keys);
  await readKeys(serialise(body));
  return signStatement("keys", body, signers);
}
export async function readKeys(body, value = parse(body)) {
  shape(value, "at by? cp enc_pk kdf pool prev reason seq sign_pk user", "keys");
  const { pool, user, seq, prev, reason, at, cp, kdf } = value;
  demand(isId(pool) && isId(user) && isCount(seq, 1) && isCount(at), "keys");
  demand(["create", "rotate", "reset"].includes(reason) && (reason === "create") === (seq === 1), "keys");
  demand(seq === 1 ? prev === "" : text(prev).length === 32, "keys");
  demand((reason === "reset") === Object.hasOwn(value, "by"), "keys");
  try {
    checkPoint(cp, "keys");
  } catch {
    throw refusal("keys");
  }
  checkParameters(kdf);
  const signKey = text(value.sign_pk);
  const encKey = text(value.enc_pk);
  checkSigningKey(signKey);
  checkAgreementKey(encKey);
  const by = value.by ?? [];
  if (reason === "reset") checkAttesters(by, user);
  return { pool, user, seq, prev, signKey, encKey, kdf, reason, at, cp, by, hash: toText(await sha256(body)) };
}
export const keyLeaf = (statement) => serialise({ d: parse(statement), t: "k" });
export function readKeyLeaf(leaf) {
  const value = parse(leaf, 65_536);
  shape(value, "d t", "keys");
  demand(value.t === "k", "keys");
  demand(leaf.length - LEAF_FRAME <= STATEMENT_LIMIT, "canonical");
  return readCarried(value.d, "keys");
}
function checkAttesters(by, user) {
  demand(Array.isArray(by) && by.length >= 1 && by.length <= 2, "keys");
  for (const item of by) {
    shape(item, "k u", "keys");
    demand(isId(item.u) && item.u !== user && isCount(item.k, 1), "keys");
  }
  demand(by.length === 1 || compare(fromText(by[0].u), fromText(by[1].u)) < 0, "keys");
}
function text(value) {
  try {
    return fromText(value);
  } catch {
    throw refusal("keys");
  }
}
