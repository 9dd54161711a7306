using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Suiying.Testing;

namespace Suiying.Tests.Events;

/// <summary>People at work: each worker hands in a request, then leads it through dispatch, signature and contact, until it is told to stop.</summary>
internal sealed class Load(IReadOnlyList<ServerProcess> nodes, string apiKey) : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(50);

    private readonly List<(Clerk, Clerk, Clerk)> crews = [];
    private int count;

    /// <summary>Every request that was sent, by the mark in its text.</summary>
    public ConcurrentBag<string> Marks { get; } = [];

    /// <summary>What was answered with 200: mark and number.</summary>
    public ConcurrentBag<(string Mark, string Number)> Submitted { get; } = [];

    /// <summary>Every action that was answered with 200, by its key.</summary>
    public ConcurrentBag<(string Number, Guid Key)> Acted { get; } = [];

    /// <summary>Calls that got no answer, because the server died under them.</summary>
    public int Broken => broken;

    private int broken;

    /// <summary>Signs workers in; nobody is killed meanwhile.</summary>
    public async Task Hire(int workers)
    {
        for (var i = 0; i < workers; i++)
        {
            var crew = (new Clerk(nodes, i), new Clerk(nodes, i), new Clerk(nodes, i));
            await crew.Item2.SignIn("dispatcher");
            await crew.Item3.SignIn("east1");
            crews.Add(crew);
        }
    }

    /// <summary>All at once, until told to stop; what was begun is finished.</summary>
    public Task Run(CancellationToken stop) => Task.WhenAll(crews.Select(crew => Task.Run(() => Work(crew, stop), CancellationToken.None)));

    public void Dispose()
    {
        foreach (var (agent, dispatcher, unit) in crews)
        {
            agent.Dispose();
            dispatcher.Dispose();
            unit.Dispose();
        }
    }

    private async Task Work((Clerk Agent, Clerk Dispatcher, Clerk Unit) crew, CancellationToken stop)
    {
        var (agent, dispatcher, unit) = crew;
        while (!stop.IsCancellationRequested)
        {
            if (await Submit(agent) is not { } number)
                continue;
            await Act(dispatcher, number, "dispatch", new() { ["unit"] = "EAST-1" });
            await Act(unit, number, "signature", []);
            await Act(unit, number, "contacts", new() { ["way"] = "Phone", ["result"] = "已联系，约定明日上门。" });
        }
    }

    /// <summary>A program's call has no key, so a broken one is not repeated: it happened once or not at all.</summary>
    private async Task<string?> Submit(Clerk by)
    {
        var mark = $"第{Interlocked.Increment(ref count)}次演示";
        Marks.Add(mark);
        Dictionary<string, string> form = new()
        {
            ["api_key"] = apiKey,
            ["service_code"] = "010101",
            ["lat"] = "38.9161",
            ["long"] = "115.5221",
            ["address_string"] = "杨柳社区东门",
            ["description"] = $"{mark}：小区门口的路灯坏了，晚上看不见路。",
            ["phone"] = "13800000001",
        };
        try
        {
            using var content = new FormUrlEncodedContent(form);
            using var answer = await by.Http.PostAsync(by.At("/open311/v2/requests.json"), content);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text}");
            var number = JsonDocument.Parse(text).RootElement[0].GetProperty("service_request_id").GetString()!;
            Submitted.Add((mark, number));
            return number;
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            Interlocked.Increment(ref broken);
            await Task.Delay(Again);
            return null;
        }
    }

    /// <summary>An action has a key and is repeated until it is answered, as a page does.</summary>
    private async Task Act(Clerk by, string number, string path, Dictionary<string, string> body)
    {
        var key = Guid.CreateVersion7();
        body["key"] = key.ToString();
        while (true)
        {
            try
            {
                using var answer = await by.Http.PostAsJsonAsync(by.At($"/api/requests/{number}/{path}"), body);
                Assert.True(answer.IsSuccessStatusCode, $"{path} {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
                Acted.Add((number, key));
                return;
            }
            catch (Exception problem) when (problem is HttpRequestException or IOException)
            {
                Interlocked.Increment(ref broken);
                await Task.Delay(Again);
            }
        }
    }

    /// <summary>Somebody with a browser, who goes to one server after the other.</summary>
    private sealed class Clerk(IReadOnlyList<ServerProcess> nodes, int worker) : IDisposable
    {
        private int turn = worker;

        public HttpClient Http { get; } = new(new HttpClientHandler { CookieContainer = new() }) { Timeout = TimeSpan.FromMinutes(1) };

        public Uri At(string path) => new(nodes[turn++ % nodes.Count].Address, path);

        /// <summary>Cookies know hosts, not ports: one session opens every server that shares the keys.</summary>
        public async Task SignIn(string login)
        {
            var address = nodes[0].Address;
            // The browser owns nothing: the client lives as long as the clerk.
            var browser = new Browser(Http);
            var page = await browser.Get(new Uri(address, "/signin").ToString());
            var answer = await browser.PostForm(new Uri(address, "/signin/demo").ToString(), page.Token, ("login", login));
            Assert.True(answer.IsSuccess, answer.Text);
        }

        public void Dispose() => Http.Dispose();
    }
}
