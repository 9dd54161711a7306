-- Reads addresses made by the pattern LOAD_PATH, with {id}, {page} and the sides of a box of 0.01° drawn uniformly.
local load = require("load")
local ids, points, pattern = load.lines("ids"), load.lines("points"), os.getenv("LOAD_PATH")

function request()
  local lat, long = load.any(points):match("(%S+) (%S+)")
  local path = pattern:gsub("{id}", load.any(ids)):gsub("{page}", math.random(200))
    :gsub("{south}", lat - 0.005):gsub("{north}", lat + 0.005):gsub("{west}", long - 0.005):gsub("{east}", long + 0.005)
  return wrk.format("GET", path)
end
