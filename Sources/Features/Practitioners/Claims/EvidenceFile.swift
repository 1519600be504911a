// SPDX-License-Identifier: EUPL-1.2

/// A file that shows a claim, known by its bytes and not by its name: a PDF or a picture, bounded, never opened here and handed
/// back only as something to save.
///
/// Archives and office files, which can unpack to any size or hold programs, are not among them.
package struct EvidenceFile: Sendable, Hashable {
    package enum Kind: String, CaseIterable, Sendable {
        case pdf, png, jpeg

        package var type: String {
            switch self {
            case .pdf: "application/pdf"
            case .png: "image/png"
            case .jpeg: "image/jpeg"
            }
        }

        fileprivate var endings: [String] { self == .jpeg ? ["jpg", "jpeg"] : [rawValue] }
    }

    package enum Fault: String, Error, Sendable {
        case tooLarge = "evidence-too-large"
        case notAKind = "evidence-not-a-kind"
        case notWhatItSays = "evidence-not-what-it-says"
        case pathInName = "evidence-name"
        case picture = "evidence-picture"
    }

    package static let most = 4 << 20
    /// Pixels; a small file can name a picture that fills a machine's memory.
    package static let mostPixels = 50_000_000

    package let name: String
    package let kind: Kind
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) throws(Fault) {
        guard bytes.count <= Self.most else { throw .tooLarge }
        guard let kind = Self.sniffed(bytes) else { throw .notAKind }
        guard Self.isPlain(name) else { throw .pathInName }
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard kind.endings.contains(ending) else { throw .notWhatItSays }
        if let pixels = Self.pixels(bytes, kind), pixels > Self.mostPixels { throw .picture }
        (self.name, self.kind, self.bytes) = (name, kind, bytes)
    }

    private static func sniffed(_ bytes: [UInt8]) -> Kind? {
        if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        return bytes.starts(with: [0xFF, 0xD8, 0xFF]) ? .jpeg : nil
    }

    /// Letters, digits, spaces and a few marks; no parts of a path, no leading dot, nothing hidden.
    private static func isPlain(_ name: String) -> Bool {
        (1...120).contains(name.unicodeScalars.count) && !name.hasPrefix(".") && !name.contains("..")
            && name.unicodeScalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || " ._-()'’,&+".unicodeScalars.contains(scalar)
            }
    }

    private static func pixels(_ bytes: [UInt8], _ kind: Kind) -> Int? {
        switch kind {
        case .pdf: nil
        case .png:
            bytes.count < 24 ? Int.max : multiplied(number(bytes[16..<20]), number(bytes[20..<24]))
        case .jpeg: jpegPixels(bytes)
        }
    }

    /// Height and width stand in the first frame segment (ITU-T T.81, B.2.2).
    private static func jpegPixels(_ bytes: [UInt8]) -> Int? {
        var index = 2
        while index + 9 < bytes.count, bytes[index] == 0xFF {
            let marker = bytes[index + 1]
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                return multiplied(number(bytes[(index + 5)..<(index + 7)]), number(bytes[(index + 7)..<(index + 9)]))
            }
            index += 2 + max(2, number(bytes[(index + 2)..<(index + 4)]))
        }
        return nil
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    private static func multiplied(_ left: Int, _ right: Int) -> Int {
        let (product, isOver) = left.multipliedReportingOverflow(by: right)
        return isOver ? Int.max : product
    }
}
