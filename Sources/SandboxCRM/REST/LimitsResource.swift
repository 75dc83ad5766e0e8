/// `/limits`: the day's quota, and how much is left.
struct LimitsResource: Sendable {
  let call: DataCall

  func answer() throws(APIFailure) -> Reply {
    guard call.request.method == "GET" else { throw .wrongMethod(call.request.method, allowed: "GET") }
    let most = call.sandbox.settings.dailyLimit
    let left = max(0, most - call.sandbox.requests.calls)
    return Reply(
      200,
      [
        "DailyApiRequests": ["Max": JSONValue(most), "Remaining": JSONValue(left)],
        "DailyBulkV2QueryJobs": ["Max": 10_000, "Remaining": 10_000],
        "DataStorageMB": ["Max": 1024, "Remaining": 1024],
      ])
  }
}
