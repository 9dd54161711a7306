using System.Net;
using System.Net.Sockets;

namespace Suiying.Tests.Channels.Messages;

/// <summary>Somebody else's program on a free port of the loopback, which answers one request after the other.</summary>
public abstract class LoopbackProgram : IDisposable
{
    private readonly HttpListener listener = new();

    protected LoopbackProgram()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Origin = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
    }

    protected string Origin { get; }

    public void Start()
    {
        listener.Prefixes.Add($"{Origin}/");
        listener.Start();
        _ = Task.Run(Serve);
    }

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
