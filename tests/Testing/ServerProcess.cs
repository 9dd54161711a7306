using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Suiying.Testing;

/// <summary>The real server in a process of its own on a free port of the loopback; ended by the process held here, never by a name.</summary>
/// <param name="program">Path of Suiying.Web.dll.</param>
/// <param name="folder">The folder that it works in.</param>
/// <param name="settings">Environment variables beside the address.</param>
public sealed class ServerProcess(string program, string folder, IReadOnlyDictionary<string, string> settings) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<string> output = new();
    private readonly int port = LoopbackPort.Free();
    private Process? process;

    public Uri Address => new($"http://127.0.0.1:{port}");

    /// <summary>What the server has written so far; messages to phones are in it, since development sends them to the log.</summary>
    public IReadOnlyCollection<string> Output => output;

    /// <summary>Starts it and waits until it is healthy; after <see cref="Kill"/> again on the same port.</summary>
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
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        process?.Dispose();
    }

    private ProcessStartInfo Command()
    {
        if (!File.Exists(program))
            throw new FileNotFoundException($"Build src/Web first: {program}");
        var command = new ProcessStartInfo("dotnet", [program])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        command.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        command.Environment["SUIYING_URLS"] = Address.ToString();
        foreach (var (name, value) in settings)
            command.Environment[name] = value;
        return command;
    }
}
