// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import Glibc

/// A connection to a server on this machine by which a test sends any bytes, also those that no client would.
package final class RawConnection: Sendable {
    private let socket: Int32
    private let thread = DispatchQueue(label: "confidant.tests.connection")

    package struct CannotConnect: Error {}

    package init(port: Int) throws {
        let made = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port)).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(made, $0, size) }
        }
        guard made >= 0, result == 0 else { throw CannotConnect() }
        socket = made
    }

    deinit {
        _ = close(socket)
    }

    /// Whether the other end still took all of it.
    package func send(_ text: String) async -> Bool {
        await onThread { socket in
            let bytes = Array(text.utf8)
            var sent = 0
            while sent < bytes.count {
                let count = bytes[sent...].withUnsafeBytes {
                    Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                if count <= 0 { return false }
                sent += count
            }
            return true
        }
    }

    /// What comes until a text is in it, or the other end has nothing more to say.
    package func receive(until mark: String? = nil) async -> String {
        await onThread { socket in
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = recv(socket, &buffer, buffer.count, 0)
                if count <= 0 { break }
                bytes += buffer[..<count]
                if let mark, String(decoding: bytes, as: UTF8.self).contains(mark) { break }
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    private func onThread<Value: Sendable>(_ work: @escaping @Sendable (Int32) -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            thread.async { [socket] in continuation.resume(returning: work(socket)) }
        }
    }
}
