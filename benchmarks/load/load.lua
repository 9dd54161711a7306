-- What both loads share: lines of a file, threads with seeds of their own, and one line of result.
local load = {}

function load.lines(name)
  local found = {}
  for line in io.lines(os.getenv("LOAD_DIR") .. "/" .. name) do found[#found + 1] = line end
  return found
end

function load.any(list) return list[math.random(#list)] end

-- wrk calls these by their global names; a thread has its own globals.
bad = 0
local threads = {}
function setup(thread) thread:set("seed", math.random(1e9)) table.insert(threads, thread) end
function init() math.randomseed(seed) end

-- Anything but 200 is an error, and the first is shown.
function response(status, headers, body)
  if status == 200 then return end
  bad = bad + 1
  if bad == 1 then io.stderr:write(status .. " " .. body:sub(1, 300) .. "\n") end
end

-- RESULT requests per second, p50, p95, p99 in ms, errors.
function done(summary, latency)
  local wrong = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  for _, thread in ipairs(threads) do wrong = wrong + thread:get("bad") end
  io.write(string.format("RESULT %.1f %.2f %.2f %.2f %d\n", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000, wrong))
end

return load
