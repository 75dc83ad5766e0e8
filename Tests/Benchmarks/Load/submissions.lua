-- wrk: each request delivers another submission, as the admin, for one of the records.
local threads = 0
function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  token, records, count = args[1], tonumber(args[2]), 0
  began = os.time()
  headers = { ["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json" }
end

function request()
  count = count + 1
  local id = string.format("%08x-%04x-7000-8000-%012x", began, number, count)
  local body = string.format(
    '{"v":1,"id":"%s","device":"load-%d-%d","seq":%d,"capturedAt":"2026-03-20T09:30:00Z",'
      .. '"record":{"kind":"opportunity","id":"B-%d"},"assessment":{"id":"ProspectingAssessment","version":2},'
      .. '"bundle":"none","answers":{"hours":%d,"compliance":true}}',
    id, began, number, count, (count * 2 + number) % records, count % 9)
  return wrk.format("PUT", "/v1/submissions/" .. id, headers, body)
end

function response(status)
  if status ~= 201 then io.stderr:write("status " .. status .. "\n") end
end
