// SPDX-License-Identifier: EUPL-1.2

/// A record judged without any private key, as the server and an outside reader do: form, what was asked for, author, signature, who
/// may write and read, and the ciphertext. What the text says, and whether a wrap opens, only its readers can tell.
package struct VerifiedEnvelope: Sendable {
    package let envelope: Envelope
    /// By which chains and grants name this version.
    package let hash: Bytes

    /// - Throws: the step at which the record was refused, as in `OpenedRecord`.
    package init(
        statement: Bytes, text: Bytes, asked: RecordRequest, in world: OpenedRecord.World
    ) throws(RecordRefusal) {
        try self.init(statement: statement, asked: asked, in: world)
        let envelope = envelope
        try RecordRefusal.at(5) { try world.access.check(envelope.core, in: world.directory) }
        try RecordRefusal.at(7) { try envelope.demandText(text) }
    }

    /// Demands what holds for a record that is stored now: its author signed with their newest keys, and everyone named reads with
    /// theirs. A key that was replaced, perhaps because it was stolen, writes and receives nothing more.
    ///
    /// - Throws: `record` otherwise.
    package func demandNewest(in directory: KeyDirectory) throws(SealError) {
        let core = envelope.core
        let isNewest = { (holder: KeyHolder) in directory.current(holder.user)?.keys.seq == holder.k }
        try demand(core.akey == 0 || isNewest(KeyHolder(user: core.author, k: core.akey)), .record)
        let oneTime = core.kind == .reply
        try demand(core.readers.allSatisfy { isNewest($0) || (oneTime && directory.current($0.user) == nil) }, .record)
    }

    /// Steps 1 to 4.
    init(statement: Bytes, asked: RecordRequest, in world: OpenedRecord.World) throws(RecordRefusal) {
        let (signed, envelope, hash) = try RecordRefusal.at(1) {
            let signed = try Statement(statement, kind: .envelope)
            return (signed, try Envelope(signed.value), sha256(signed.body))
        }
        try RecordRefusal.at(2) { try demand(asked.accepts(envelope.core, hash: hash), .record) }
        let authorKey = try RecordRefusal.at(3) { try world.authorKey(of: envelope.core) }
        try RecordRefusal.at(4) { try signed.verify(by: [authorKey]) }
        (self.envelope, self.hash) = (envelope, hash)
    }
}
