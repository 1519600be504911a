import { checkAgreementKey } from "./checks.js";
import { concat, demand, refusal, utf8 } from "./bytes.js";
import { aesKey, decrypt, encrypt, expand, freshPair, mac, macKey, NO_SALT, privateKey } from "./derive.js";
const VERSION = utf8("HPKE-v1");
const KEM = concat(utf8("KEM"), Uint8Array.of(0, 0x20));
const SUITE = concat(utf8("HPKE"), Uint8Array.of(0, 0x20, 0, 1, 0, 2));
const NOTHING = new Uint8Array(0);
export async function sealTo(receiver, info, aad, text, ephemeral) {
  const pair = ephemeral ? await privateKey("X25519", ephemeral) : await freshPair();
  const shared = await agree(pair.key, receiver, pair.publicKey, receiver);
  const { key, nonce } = await schedule(shared, info);
  return concat(pair.publicKey, await encrypt(key, nonce, text, aad));
}
export async function openWith(pair, info, aad, wrapped) {
  demand(wrapped.length >= 48, "sealed");
  const encapsulated = wrapped.subarray(0, 32);
  const shared = await agree(pair.key, encapsulated, encapsulated, pair.publicKey);
  const { key, nonce } = await schedule(shared, info);
  return decrypt(key, nonce, wrapped.subarray(32), aad);
}
async function agree(secret, other, encapsulated, receiver) {
  checkAgreementKey(other);
  let bits;
  try {
    const key = await crypto.subtle.importKey("raw", other, { name: "X25519" }, false, []);
    bits = new Uint8Array(await crypto.subtle.deriveBits({ name: "X25519", public: key }, secret, 256));
  } catch {
    throw refusal("key");
  }
  demand(bits.some((byte) => byte !== 0), "key");
  const prk = await extract(NOTHING, KEM, "eae_prk", bits);
  return labelled(prk, KEM, "shared_secret", concat(encapsulated, receiver), 32);
}
async function schedule(shared, info) {
  const context = concat(
    Uint8Array.of(0),
    await extract(NOTHING, SUITE, "psk_id_hash", NOTHING),
    await extract(NOTHING, SUITE, "info_hash", info),
  );
  const secret = await extract(shared, SUITE, "secret", NOTHING);
  return {
    key: await aesKey(await labelled(secret, SUITE, "key", context, 32)),
    nonce: await labelled(secret, SUITE, "base_nonce", context, 12),
  };
}
async function extract(salt, suite, name, material) {
  const key = await macKey(salt.length === 0 ? NO_SALT : salt);
  return mac(key, concat(VERSION, suite, utf8(name), material));
}
const labelled = (prk, suite, name, info, count) =>
  expand(prk, concat(Uint8Array.of(0, count), VERSION, suite, utf8(name), info), count);
