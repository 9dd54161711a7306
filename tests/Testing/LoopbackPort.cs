using System.Net;
using System.Net.Sockets;

namespace Suiying.Testing;

/// <summary>Ports for the servers of tests.</summary>
public static class LoopbackPort
{
    /// <summary>A port that nobody holds at this moment; nobody keeps it for the caller.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
