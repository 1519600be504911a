// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel
import Mail
import TestSupport
import Testing

@Suite struct MaildirTests {
    @Test("A mail lies in the folder as it was composed, and nothing half-written beside it")
    func delivers() async throws {
        try await withFolder { folder in
            let transport = try MaildirTransport(folder: folder, sender: try sender())
            let written = try message(subject: "Croeso i’r tŷ", body: "Helo\n")
            try await transport.send(written)
            let found = try await MaildirReader(folder: folder).unread()
            #expect(found.map(\.bytes) == [try written.composed(from: sender())])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/tmp").isEmpty)
        }
    }

    @Test("The same mail sent again, read or not, is one file")
    func once() async throws {
        try await withFolder { folder in
            let transport = try MaildirTransport(folder: folder, sender: try sender())
            let reader = try MaildirReader(folder: folder)
            let written = try message()
            try await transport.send(written)
            try await transport.send(written)
            #expect(try await reader.latest().count == 1)
            for found in try await reader.unread() { try await reader.leave(found) }
            try await transport.send(written)
            #expect(try await reader.latest().count == 1)
            #expect(try await reader.unread().isEmpty)
        }
    }

    @Test("A folder that cannot be written is a passing failure with a code")
    func refused() async throws {
        try await withFolder { folder in
            let transport = try MaildirTransport(folder: folder + "/mail", sender: try sender())
            try FileManager.default.removeItem(atPath: folder + "/mail")
            let written = try message()
            await #expect(throws: MailRefusal(.folder)) { try await transport.send(written) }
            #expect(!MailError.folder.isPermanent)
        }
    }
}
