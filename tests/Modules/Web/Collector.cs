using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Suiying.Testing;

namespace Suiying.Tests.Web;

/// <summary>A collector on the loopback that keeps every byte that it is sent, by kind: traces, metrics, logs.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Kind, byte[] Body)> received = new();
    private readonly int port = LoopbackPort.Free();
    private WebApplication? app;

    public string Address => $"http://127.0.0.1:{port}";

    /// <summary>All that came of this kind. Texts stand in it as they are, between the marks of the format.</summary>
    public string Of(string kind) => string.Concat(received.Where(r => r.Kind == kind).Select(r => Encoding.UTF8.GetString(r.Body)));

    /// <summary>Whether these bytes came, such as the number of a trace.</summary>
    public bool Holds(string kind, byte[] bytes) => received.Any(r => r.Kind == kind && r.Body.AsSpan().IndexOf(bytes) >= 0);

    public string Everything => string.Concat(received.Select(r => Encoding.UTF8.GetString(r.Body)));

    public async Task Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address);
        app = builder.Build();
        app.MapPost("/v1/{kind}", Keep);
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    private async Task<IResult> Keep(string kind, HttpRequest request)
    {
        Assert.False(request.Headers.ContainsKey("Content-Encoding"), "Packed bytes could not be searched.");
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        received.Enqueue((kind, body.ToArray()));
        return Results.Ok();
    }
}
