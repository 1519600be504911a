import { concat, demand, random, sha256, toText, wipe } from "./bytes.js";
import { hkdf, NO_SALT, privateKey } from "./derive.js";
import { label } from "./labels.js";
import { sealRecord } from "./record.js";
export const makeReceipt = () => random(16);
export async function receiptKeys(secret) {
  demand(secret.length === 16, "receipt");
  const seed = await hkdf(secret, NO_SALT, label("receiptAuth"));
  const reply = await hkdf(secret, NO_SALT, label("receiptReply"));
  const keys = {
    auth: await privateKey("Ed25519", seed),
    reply: await privateKey("X25519", reply),
    mailbox: toText(await hkdf(secret, NO_SALT, label("receiptMailbox"), 16)),
  };
  wipe(seed, reply);
  return { ...keys, author: await oneTimeAuthor(keys.auth.publicKey) };
}
export const oneTimeAuthor = async (publicKey) =>
  toText((await sha256(concat(label("oneTimeAuthor"), publicKey))).subarray(0, 16));
export async function sealComplaint({ pool, at, cp }, place, body, receipt, panel, draw = random) {
  const { auth, author, mailbox } = await receiptKeys(receipt);
  const core = { ...start(pool, mailbox, author, at, cp), ...place, kind: "complaint" };
  return { ...(await sealRecord(core, body, auth, panel, draw)), publicKey: auth.publicKey, mailbox };
}
export async function sealRequest({ pool, eng, rec, at, cp }, body, readers) {
  const seed = random(32);
  const pair = await privateKey("Ed25519", seed);
  wipe(seed);
  const core = { ...start(pool, eng, await oneTimeAuthor(pair.publicKey), at, cp), rec, kind: "request" };
  return { ...(await sealRecord(core, body, pair, readers)), publicKey: pair.publicKey };
}
const start = (pool, eng, author, at, cp) => ({
  pool, eng, author, at, cp, akey: 0, aseq: 1, aprev: "", ver: 1, prev: "", roster: "", seen: [],
});
