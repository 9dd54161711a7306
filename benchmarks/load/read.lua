-- Reads addresses made by the pattern LOAD_PATH, with {id}, {page}, {lat}, {long} drawn uniformly; anything but 200 is an error.
local ids, points = {}, {}
for line in io.lines(os.getenv("LOAD_DIR") .. "/ids") do ids[#ids + 1] = line end
for line in io.lines(os.getenv("LOAD_DIR") .. "/points") do points[#points + 1] = line end
local pattern = os.getenv("LOAD_PATH")
bad = 0

function setup(thread) thread:set("seed", math.random(1e9)) threads = threads or {} table.insert(threads, thread) end
function init() math.randomseed(seed) bad = 0 end

function request()
  local lat, long = points[math.random(#points)]:match("(%S+) (%S+)")
  local path = pattern:gsub("{id}", ids[math.random(#ids)]):gsub("{page}", math.random(200))
    :gsub("{south}", lat - 0.005):gsub("{north}", lat + 0.005):gsub("{west}", long - 0.005):gsub("{east}", long + 0.005)
  return wrk.format("GET", path)
end

function response(status, headers, body)
  if status ~= 200 then bad = bad + 1; if bad == 1 then io.stderr:write(status .. " " .. body:sub(1, 300) .. "\n") end end
end

function done(summary, latency)
  local wrong = 0
  for _, thread in ipairs(threads) do wrong = wrong + thread:get("bad") end
  io.write(string.format("RESULT %.1f %.2f %.2f %.2f %d\n", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
    wrong + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
