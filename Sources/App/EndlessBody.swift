// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Ends a connection whose other end sends a body for longer than it may, or goes on sending one that was refused.
///
/// The server answers what is too large by its head alone; without this it would read and drop the rest for as long as it comes.
/// How long a head may take is the idle time of the server, which counts whole heads.
final class EndlessBody: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// How long an answer may lie unread before the connection is cut off.
    private static let farewell = TimeAmount.seconds(2)

    private let longest: TimeAmount
    private var isReading = false
    private var isOver = false
    private var deadline: Scheduled<Void>?

    init(longest: TimeAmount) {
        self.longest = longest
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if isOver { return }
        switch unwrapInboundIn(data) {
        case .head:
            isReading = true
            close(context, in: longest)
        case .body: break
        case .end:
            isReading = false
            deadline?.cancel()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data), isReading else {
            context.write(data, promise: promise)
            return
        }
        isOver = true
        context.writeAndFlush(data, promise: promise)
        // Cut off at once, what was answered could be lost on its way with what had not been read.
        context.close(mode: .output, promise: nil)
        close(context, in: Self.farewell)
    }

    /// What comes after a refusal is left where it is: the other end cannot go on sending.
    func read(context: ChannelHandlerContext) {
        if !isOver { context.read() }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        deadline?.cancel()
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        context.fireChannelInactive()
    }

    private func close(_ context: ChannelHandlerContext, in time: TimeAmount) {
        deadline?.cancel()
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: time) { context.close(promise: nil) }
    }
}
