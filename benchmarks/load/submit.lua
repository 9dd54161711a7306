-- Submits by Open311 with photos left out: point, text, phone; every request another text and another point.
local services, boxes = {}, {}
for line in io.lines(os.getenv("LOAD_DIR") .. "/services") do services[#services + 1] = line end
for line in io.lines(os.getenv("LOAD_DIR") .. "/points") do boxes[#boxes + 1] = line end
local key, path = os.getenv("LOAD_KEY"), os.getenv("LOAD_SUBMIT")
bad = 0

function setup(thread) thread:set("seed", math.random(1e9)) threads = threads or {} table.insert(threads, thread) end
function init() math.randomseed(seed) bad = 0 end

function request()
  local lat, long = boxes[math.random(#boxes)]:match("(%S+) (%S+)")
  local body = table.concat({
    "api_key=", key, "&service_code=", services[math.random(#services)],
    "&lat=", lat + (math.random() - 0.5) * 0.01, "&long=", long + (math.random() - 0.5) * 0.01,
    "&phone=13", math.random(100000000, 999999999), "&last_name=%E7%A4%BA&first_name=%E4%BE%8B",
    "&description=%E8%B7%AF%E7%81%AF%E4%B8%8D%E4%BA%AE%EF%BC%8C%E7%AC%AC", math.random(1e9), "%E5%8F%B7%E6%9D%86%EF%BC%8C%E8%AF%B7%E5%A4%84%E7%90%86",
  })
  return wrk.format("POST", path, { ["Content-Type"] = "application/x-www-form-urlencoded" }, body)
end

function response(status, headers, body)
  if status ~= 200 then bad = bad + 1; if bad == 1 then io.stderr:write(status .. " " .. body .. "\n") end end
end

function done(summary, latency)
  local wrong = 0
  for _, thread in ipairs(threads) do wrong = wrong + thread:get("bad") end
  io.write(string.format("RESULT %.1f %.2f %.2f %.2f %d\n", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
    wrong + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
