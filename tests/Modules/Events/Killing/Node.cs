using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Suiying.Kernel.Data;
using Suiying.Testing;

namespace Suiying.Tests.Events;

/// <summary>The real server as a process on the loopback, which is killed without warning and started again on the same port.</summary>
internal sealed class Node(DatabaseSettings database, string folder) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<string> output = new();
    private readonly int port = FreePort();
    private Process? process;

    public Uri Address => new($"http://127.0.0.1:{port}");

    public async Task Start()
    {
        process = new Process { StartInfo = Command() };
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
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
            await Task.Delay(50);
        }
        throw new InvalidOperationException($"The server did not become healthy:\n{string.Join('\n', output.TakeLast(60))}");
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
            process.Kill();
        process?.Dispose();
    }

    private ProcessStartInfo Command()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Suiying.Web.dll");
        var command = new ProcessStartInfo("dotnet", [program])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        command.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        command.Environment["Logging__LogLevel__Default"] = "Warning";
        command.Environment["SUIYING_URLS"] = Address.ToString();
        command.Environment["SUIYING_DB"] = database.ConnectionString;
        command.Environment["SUIYING_VAR"] = folder;
        command.Environment["SUIYING_CITY"] = SuiyingApp.Pack;
        command.Environment["SUIYING_DEMO"] = "0";
        // One clerk does here what a hundred do in a city.
        command.Environment["SUIYING_POST_LIMIT"] = "0";
        return command;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
