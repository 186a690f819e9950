-- Asks for the addresses of a file, each thread in an order of its own, and prints what came of it as
-- one line of JSON. With two further arguments, each client thinks for so many milliseconds, from the
-- one to the other, before it asks. Called by HttpLoad.
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(arguments)
  paths = {}
  for line in io.lines(arguments[1]) do
    paths[#paths + 1] = line
  end
  math.randomseed(7 + number)
  if arguments[2] then
    local least, most = tonumber(arguments[2]), tonumber(arguments[3])
    function delay()
      return math.random(least, most)
    end
  end
end

function request()
  return wrk.format("GET", paths[math.random(#paths)])
end

function done(summary, latency, requests)
  io.write(string.format(
    'figures {"requests":%d,"micros":%d,"connect":%d,"read":%d,"write":%d,"timeout":%d,"status":%d,"p50":%d,"p99":%d,"max":%d}\n',
    summary.requests, summary.duration, summary.errors.connect, summary.errors.read, summary.errors.write,
    summary.errors.timeout, summary.errors.status, latency:percentile(50), latency:percentile(99), latency.max))
end
