-- Submits by Open311: another kind, point, phone and text each time.
local load = require("load")
local services, points = load.lines("services"), load.lines("served")
local key = os.getenv("LOAD_KEY")

function request()
  local lat, long = load.any(points):match("(%S+) (%S+)")
  local body = table.concat({
    "api_key=", key, "&service_code=", load.any(services), "&lat=", lat, "&long=", long,
    "&phone=13", math.random(100000000, 999999999), "&last_name=%E7%A4%BA&first_name=%E4%BE%8B",
    "&description=%E8%B7%AF%E7%81%AF%E4%B8%8D%E4%BA%AE%EF%BC%8C%E7%AC%AC", math.random(1e9), "%E5%8F%B7%E6%9D%86%EF%BC%8C%E8%AF%B7%E5%A4%84%E7%90%86",
  })
  return wrk.format("POST", "/open311/v2/requests.json", { ["Content-Type"] = "application/x-www-form-urlencoded" }, body)
end
