-- Asks for the addresses of a file in random order; tells the rate, the times and what did not answer with 200.
local addresses = {}
for line in io.lines(os.getenv("ADDRESSES")) do addresses[#addresses + 1] = line end
local threads, thread = {}, 0

function setup(t)
  t:set("id", thread)
  thread = thread + 1
  threads[#threads + 1] = t
end

function init()
  math.randomseed(7 + id)
  failed = 0
  count = 0
  headers = { ["Accept-Encoding"] = "br, gzip", ["Host"] = "127.0.0.1" }
end

function request()
  count = count + 1
  local address = addresses[math.random(#addresses)]
  -- Where nothing may come from what is kept, no address comes twice.
  if os.getenv("FRESH") then address = address .. "&n=" .. id .. "-" .. count end
  return wrk.format("GET", address, headers)
end

-- At a bounded rate each client waits between its requests, at random so that they do not come together.
function delay()
  local pause = tonumber(os.getenv("PAUSE") or 0)
  return pause * 2 * math.random()
end

function response(status)
  if status ~= 200 then failed = failed + 1 end
end

function done(summary, latency)
  local bad = 0
  for _, t in ipairs(threads) do bad = bad + t:get("failed") end
  io.write(string.format("%.0f %.1f %.1f %.1f %.1f %d\n", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000, latency.max / 1000, bad + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
