using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Suiying.Browser.Stage;

/// <summary>The real server in a process of its own, on a free port of the loopback, with a database that is thrown away.</summary>
public sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<string> output = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("suiying-browser-");
    private readonly Process process;

    private Server(int port)
    {
        Address = new Uri($"http://127.0.0.1:{port}");
        process = new Process { StartInfo = Command(port) };
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
    }

    public Uri Address { get; }

    /// <summary>What the server has written so far; messages to phones are in it, since development sends them to the log.</summary>
    public IReadOnlyCollection<string> Output => output;

    /// <summary>The folder above this program that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    public static async Task<Server> Start()
    {
        var server = new Server(FreePort());
        server.process.Start();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        try
        {
            await server.UntilHealthy();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // By the process we hold, never by a name: others may run a city on the same machine.
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private ProcessStartInfo Command(int port)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = Path.Combine(Root, "artifacts", "bin", "Suiying.Web", configuration, "Suiying.Web.dll");
        if (!File.Exists(program))
            throw new FileNotFoundException($"Build src/Web first: {program}");
        var command = new ProcessStartInfo("dotnet", [program])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        command.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        command.Environment["SUIYING_URLS"] = $"http://127.0.0.1:{port}";
        command.Environment["SUIYING_DB"] = Path.Combine(folder.FullName, "suiying.db");
        command.Environment["SUIYING_VAR"] = folder.FullName;
        return command;
    }

    private async Task UntilHealthy()
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Patience && !process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync("/health");
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet.
            }
            await Task.Delay(100);
        }
        throw new InvalidOperationException($"The server did not become healthy:\n{string.Join('\n', output.TakeLast(60))}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Suiying.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("No Suiying.slnx above this program.");
    }
}
