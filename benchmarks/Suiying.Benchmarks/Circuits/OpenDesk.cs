using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Suiying.Benchmarks.Circuits;

/// <summary>
/// A desk as a browser holds it open: the page is read, its components are started over a WebSocket, every batch is acknowledged and every call of
/// script answered with nothing.
/// </summary>
internal sealed partial class OpenDesk : IAsyncDisposable
{
    private readonly HubConnection hub;
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int batches;
    private long bytes;

    private OpenDesk(Uri site, CookieContainer cookies)
    {
        var builder = new HubConnectionBuilder().WithUrl(new Uri(site, "_blazor"), options => options.Cookies = cookies);
        builder.Services.AddSingleton<IHubProtocol>(new BlazorPack());
        hub = builder.Build();
        hub.On<long, byte[]>(
            "JS.RenderBatch",
            async (id, batch) =>
            {
                Interlocked.Increment(ref batches);
                Interlocked.Add(ref bytes, batch.Length);
                await hub.SendAsync("OnRenderCompleted", id, null);
                started.TrySetResult();
            }
        );
        hub.On<long, string, string, int, long, int>(
            "JS.BeginInvokeJS",
            (call, _, _, result, _, _) => hub.SendAsync("EndInvokeJSFromDotNet", call, true, Answer(call, result))
        );
        hub.On<long, string, string, int, long>(
            "JS.BeginInvokeJS",
            (call, _, _, result, _) => hub.SendAsync("EndInvokeJSFromDotNet", call, true, Answer(call, result))
        );
        hub.On<string>("JS.Error", text => started.TrySetException(new InvalidOperationException(text)));
        hub.On<int, string>("JS.AttachComponent", (_, _) => { });
        hub.On<int>("JS.EndUpdateRootComponents", _ => { });
        hub.On<string>("JS.EndInvokeDotNet", _ => { });
        hub.Closed += _ =>
        {
            started.TrySetException(new InvalidOperationException("The circuit was closed."));
            return Task.CompletedTask;
        };
    }

    public int Batches => batches;

    public long Bytes => Interlocked.Read(ref bytes);

    public bool IsOpen => hub.State == HubConnectionState.Connected;

    /// <summary>Reads the page at this path and starts what is interactive in it; done when its first batch has come.</summary>
    public static async Task<OpenDesk> Open(HttpClient http, CookieContainer cookies, string path)
    {
        var site = http.BaseAddress!;
        var html = await http.GetStringAsync(path);
        var desk = new OpenDesk(site, cookies);
        await desk.hub.StartAsync();
        var address = new Uri(site, path).ToString();
        var state = State().Match(html).Groups[1].Value;
        if (await desk.hub.InvokeAsync<string?>("StartCircuit", site.ToString(), address, "[]", state) is null)
            throw new InvalidOperationException("The server gave no circuit.");
        await desk.hub.SendAsync("UpdateRootComponents", Operations(html), state);
        await desk.started.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return desk;
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    /// <summary>One operation for each marker of a component in the page, as the framework's own script writes it.</summary>
    private static string Operations(string html)
    {
        var operations = new JsonArray();
        foreach (Match match in Marker().Matches(html))
        {
            var marker = JsonNode.Parse(WebUtility.HtmlDecode(match.Groups[1].Value))!.AsObject();
            if (marker["descriptor"] is null)
                continue;
            marker.Remove("prerenderId");
            operations.Add(
                new JsonObject
                {
                    ["type"] = "add",
                    ["ssrComponentId"] = operations.Count + 1,
                    ["marker"] = marker.DeepClone(),
                }
            );
        }
        if (operations.Count == 0)
            throw new InvalidOperationException("The page has no interactive component.");
        return new JsonObject { ["batchId"] = 1, ["operations"] = operations }.ToJsonString();
    }

    /// <summary>A reference where one is asked for (1), nothing otherwise.</summary>
    private static string Answer(long call, int result) =>
        JsonSerializer.Serialize(
            new object?[]
            {
                call,
                true,
                result == 1
                    ? new Dictionary<string, int> { ["__jsObjectId"] = 1 }
                    : null,
            }
        );

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->", RegexOptions.Singleline)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->", RegexOptions.Singleline)]
    private static partial Regex State();
}
