// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Turns the bytes of a cell into a text of one line. What looks like a formula stays the text that it is.
enum CellText {
    static func read(_ bytes: [UInt8], most: Int) -> Result<String, ImportFaultError> {
        if isPlain(bytes) {
            return bytes.count > most
                ? .failure(ImportFaultError(.tooLong)) : .success(String(decoding: bytes, as: UTF8.self))
        }
        // Four bytes a character at most; white space inside a cell may add a little more.
        if bytes.count > most * 8 { return .failure(ImportFaultError(.tooLong)) }
        guard let text = String(validating: bytes, as: UTF8.self) else { return .failure(ImportFaultError(.notUTF8)) }
        if text.unicodeScalars.contains(where: isControl) { return .failure(ImportFaultError(.notText)) }
        if text.unicodeScalars.contains(where: turnsDirection) { return .failure(ImportFaultError(.directionMarks)) }
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.unicodeScalars.count > most ? .failure(ImportFaultError(.tooLong)) : .success(line)
    }

    /// Printable ASCII whose only white space is single spaces inside: what nearly every cell is, and nothing can be wrong with it.
    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        var last = UInt8(ascii: " ")
        for byte in bytes {
            guard (0x20..<0x7F).contains(byte), byte != 0x20 || last != 0x20 else { return false }
            last = byte
        }
        return bytes.isEmpty || last != 0x20
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value < 0x20 && scalar != "\t" && scalar != "\n" && scalar != "\r")
            || (0x7F...0x9F).contains(scalar.value)
    }

    private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}

/// A fault without its place.
struct ImportFaultError: Error {
    let fault: ImportFault

    init(_ fault: ImportFault) {
        self.fault = fault
    }
}
