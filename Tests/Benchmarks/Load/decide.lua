-- wrk: one record decided, again and again, nothing written.
function init(args)
  wrk.method = "POST"
  wrk.headers["Authorization"] = "Bearer " .. args[1]
  wrk.headers["Content-Type"] = "application/json"
  wrk.body = '{"kind":"opportunity","id":"B-1","pipeline":"Opportunities","stage":"Prospecting",'
    .. '"attributes":{"amount":120000,"next_meeting":"2026-05-19"},"submissions":[{"assessment":"ProspectingAssessment",'
    .. '"version":2,"answers":{"hours":6.5,"compliance":true},"capturedAt":"2026-03-20T00:00:00Z"}]}'
end
