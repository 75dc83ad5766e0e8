internal import CCurl
internal import Glibc

/// One transfer while libcurl works on it; lives on the loop's thread alone.
final class ActiveTransfer {
  /// More header bytes than any honest server sends.
  static let headerLimit = 65_536

  let transfer: Transfer
  private let rules: Transport.Rules
  private let isListed: Bool
  private var headers: [(name: String, value: String)] = []
  private var headerBytes = 0
  /// The blank line behind the headers has come. libcurl takes an answer that was cut before it for a whole one.
  private var hasAllHeaders = false
  private var body: [UInt8] = []
  /// The limit that the answer went beyond.
  private var exceeded: Int?
  private var refusedSockets = 0
  private var openedSockets = 0
  private var list: UnsafeMutablePointer<curl_slist>?
  /// Of fixed place, because libcurl keeps its address.
  private let opener = UnsafeMutablePointer<ccurl_socket_opener>.allocate(capacity: 1)

  init(_ transfer: Transfer, rules: Transport.Rules) {
    self.transfer = transfer
    self.rules = rules
    let host = transfer.address.host
    isListed = rules.allowedPrivateHosts.contains { $0.lowercased() == host }
    opener.initialize(to: ccurl_socket_opener(function: nil, context: nil))
  }

  deinit {
    curl_slist_free_all(list)
    opener.deinitialize(count: 1)
    opener.deallocate()
  }

  /// Sets all options; false: one of them was refused, and nothing may be sent.
  func prepare(_ easy: UnsafeMutableRawPointer) -> Bool {
    var codes: [CURLcode] = []
    func set(_ option: CURLoption, _ value: Int) { codes.append(ccurl_set_long(easy, option, value)) }
    func set(_ option: CURLoption, _ value: String) { codes.append(ccurl_set_string(easy, option, value)) }

    set(CURLOPT_URL, transfer.address.url)
    set(CURLOPT_PROTOCOLS_STR, transfer.address.isPlain ? "http" : "https")
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_PROXY, "")
    set(CURLOPT_NOPROXY, "*")
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
    set(CURLOPT_PIPEWAIT, 1)
    set(CURLOPT_CONNECTTIMEOUT_MS, max(1, min(rules.connectTimeoutMilliseconds, transfer.millisecondsLeft)))
    set(CURLOPT_TIMEOUT_MS, max(1, transfer.millisecondsLeft))
    set(CURLOPT_TCP_KEEPALIVE, 1)
    set(CURLOPT_MAXAGE_CONN, rules.idleSeconds)
    set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    if let file = rules.certificateFile { set(CURLOPT_CAINFO, file) }
    // Empty: every compression that libcurl can undo.
    set(CURLOPT_ACCEPT_ENCODING, "")
    setBody(easy, &codes)

    for (name, value) in transfer.request.headers { list = curl_slist_append(list, "\(name): \(value)") }
    // A pause for "100 Continue" costs a second where servers don't know it.
    list = curl_slist_append(list, "Expect:")
    codes.append(ccurl_set_list(easy, CURLOPT_HTTPHEADER, list))
    setFunctions(easy, &codes)
    return codes.allSatisfy { $0 == CURLE_OK }
  }

  private func setBody(_ easy: UnsafeMutableRawPointer, _ codes: inout [CURLcode]) {
    let request = transfer.request
    if let body = request.body {
      codes.append(ccurl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
      // One byte more than none, so that there is an address even without bytes.
      codes.append((body + [0]).withUnsafeBytes { ccurl_set_body(easy, $0.baseAddress) })
    }
    if request.method == "HEAD" {
      codes.append(ccurl_set_long(easy, CURLOPT_NOBODY, 1))
    } else {
      codes.append(ccurl_set_string(easy, CURLOPT_CUSTOMREQUEST, request.method))
    }
  }

  /// libcurl calls back only while the loop holds this object, so an unretained pointer is enough.
  private func setFunctions(_ easy: UnsafeMutableRawPointer, _ codes: inout [CURLcode]) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    codes.append(
      ccurl_set_on_body(
        easy,
        { bytes, size, count, context in
          guard let bytes, let context else { return 0 }
          let chunk = UnsafeRawBufferPointer(start: bytes, count: size * count)
          return Unmanaged<ActiveTransfer>.fromOpaque(context).takeUnretainedValue().takeBody(chunk)
        }, context))
    codes.append(
      ccurl_set_on_header(
        easy,
        { bytes, size, count, context in
          guard let bytes, let context else { return 0 }
          let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
          return Unmanaged<ActiveTransfer>.fromOpaque(context).takeUnretainedValue().takeHeader(line)
        }, context))
    opener.pointee.context = context
    opener.pointee.function = { context, family, type, protocolNumber, address, length in
      guard let context, let address else { return ccurl_bad_socket() }
      let transfer = Unmanaged<ActiveTransfer>.fromOpaque(context).takeUnretainedValue()
      guard transfer.allows(address, length: Int(length)) else { return ccurl_bad_socket() }
      return socket(family, type | Int32(SOCK_CLOEXEC.rawValue), protocolNumber)
    }
    codes.append(ccurl_set_on_socket(easy, opener))
  }

  private func allows(_ address: UnsafePointer<sockaddr>, length: Int) -> Bool {
    let kind = AddressKind(address, length: length)
    let isAllowed = kind.isAllowed(
      isPlain: transfer.address.isPlain, allowLoopback: rules.allowInsecureLoopback, isListed: isListed)
    if isAllowed { openedSockets += 1 } else { refusedSockets += 1 }
    return isAllowed
  }

  /// How many bytes were taken; fewer than came ends the transfer.
  private func takeBody(_ chunk: UnsafeRawBufferPointer) -> Int {
    if chunk.count > rules.bodyLimit - body.count {
      exceeded = rules.bodyLimit
      return 0
    }
    body.append(contentsOf: chunk)
    return chunk.count
  }

  private func takeHeader(_ line: UnsafeRawBufferPointer) -> Int {
    headerBytes += line.count
    if headerBytes > Self.headerLimit {
      exceeded = Self.headerLimit
      return 0
    }
    if line.starts(with: "HTTP/".utf8) {
      // The headers before it belong to an interim answer.
      headers.removeAll()
      hasAllHeaders = false
    } else if line.allSatisfy({ $0 == 13 || $0 == 10 }) {
      hasAllHeaders = true
    } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
      let value = line[(colon + 1)...].drop { $0 <= 0x20 }
      let end = value.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? value.startIndex
      headers.append(
        (String(decoding: line[..<colon], as: UTF8.self), String(decoding: value[..<end], as: UTF8.self)))
    }
    return line.count
  }

  /// Ends the transfer with what libcurl says about it.
  func finish(_ easy: UnsafeMutableRawPointer, _ code: CURLcode) {
    var status = 0
    if code == CURLE_OK, !hasAllHeaders {
      transfer.end(.failure(error(CURLE_PARTIAL_FILE, hasSent: true)))
    } else if code == CURLE_OK, ccurl_get_long(easy, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK {
      transfer.end(.success(HTTPAnswer(status: status, headers: headers, body: body)))
    } else {
      var sent = 0
      let isCounted = ccurl_get_long(easy, CURLINFO_REQUEST_SIZE, &sent) == CURLE_OK
      transfer.end(.failure(error(code, hasSent: !isCounted || sent > 0)))
    }
  }

  private func error(_ code: CURLcode, hasSent: Bool) -> TransportError {
    let host = transfer.address.host
    if let exceeded { return .tooLarge(limit: exceeded) }
    if hasSent { return .outcomeUnknown("\(host): no whole answer came: \(Self.words(code))") }
    if refusedSockets > 0, openedSockets == 0 {
      return .refusedAddress(
        "\(host) leads to an inner address; if the CRM really is in your own network, allow this host by name")
    }
    return .cannotConnect("\(host): \(Self.words(code))")
  }

  /// libcurl's own general words: its detailed ones name addresses.
  private static func words(_ code: CURLcode) -> String {
    switch code {
    case CURLE_OPERATION_TIMEDOUT: "the time ran out"
    case CURLE_PEER_FAILED_VERIFICATION: "the certificate is not trusted"
    case CURLE_SSL_CACERT_BADFILE: "the file of trusted certificates cannot be read"
    default: curl_easy_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
    }
  }
}
