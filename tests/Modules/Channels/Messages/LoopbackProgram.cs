using System.Net;
using Suiying.Testing;

namespace Suiying.Tests.Channels.Messages;

/// <summary>Somebody else's program on a free port of the loopback, which answers one request after the other.</summary>
public abstract class LoopbackProgram : IDisposable
{
    private const int Tries = 20;

    private readonly HttpListener listener;

    /// <summary>Listens from now on: a port that is free and not held may be another test's a moment later.</summary>
    protected LoopbackProgram()
    {
        for (var left = Tries; ; left--)
        {
            listener = new HttpListener();
            Origin = $"http://127.0.0.1:{LoopbackPort.Free()}";
            listener.Prefixes.Add($"{Origin}/");
            try
            {
                listener.Start();
                return;
            }
            catch (HttpListenerException) when (left > 0) { }
        }
    }

    protected string Origin { get; }

    public void Start() => _ = Task.Run(Serve);

    public virtual void Dispose()
    {
        ((IDisposable)listener).Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Task Answer(HttpListenerContext asked);

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            HttpListenerContext asked;
            try
            {
                asked = await listener.GetContextAsync();
            }
            catch (Exception problem) when (problem is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            await Answer(asked);
            asked.Response.Close();
        }
    }
}
