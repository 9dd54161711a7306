using System.Text.Json.Nodes;
using Suiying.Testing;

namespace Suiying.Browser.Stage;

/// <summary>The real server with a database that is thrown away.</summary>
public sealed class Server : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("suiying-browser-");
    private readonly ServerProcess process;

    private Server(IReadOnlyDictionary<string, string> more, Action<JsonNode>? inCity)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        process = new ServerProcess(
            Path.Combine(Root, "artifacts", "bin", "Suiying.Web", configuration, "Suiying.Web.dll"),
            Root,
            new Dictionary<string, string>(more)
            {
                ["SUIYING_DB"] = Path.Combine(folder.FullName, "suiying.db"),
                ["SUIYING_VAR"] = folder.FullName,
                ["SUIYING_CITY"] = CityWithoutNight(inCity),
                // What goes wrong on an interactive page says what.
                ["DetailedErrors"] = "true",
            }
        );
    }

    public Uri Address => process.Address;

    /// <summary>What the server has written so far; messages to phones are in it, since development sends them to the log.</summary>
    public IReadOnlyCollection<string> Output => process.Output;

    /// <summary>The folder above this program that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <param name="more">Settings beside those for its place.</param>
    /// <param name="inCity">What is otherwise in its city.json.</param>
    public static async Task<Server> Start(IReadOnlyDictionary<string, string>? more = null, Action<JsonNode>? inCity = null)
    {
        var server = new Server(more ?? new Dictionary<string, string>(), inCity);
        try
        {
            await server.process.Start();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it as a power failure does, and starts it again at the same place.</summary>
    public async Task KillAndStart()
    {
        await process.Kill();
        await process.Start();
    }

    public ValueTask DisposeAsync()
    {
        process.Dispose();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The demo city, whose messages do not wait for the morning: tests run at any hour and see what is sent.</summary>
    private string CityWithoutNight(Action<JsonNode>? change)
    {
        var copy = folder.CreateSubdirectory("city").FullName;
        var pack = Path.Combine(Root, "cities", "baoding");
        foreach (var part in Directory.EnumerateDirectories(pack))
            Directory.CreateDirectory(Path.Combine(copy, Path.GetRelativePath(pack, part)));
        foreach (var file in Directory.EnumerateFiles(pack, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(copy, Path.GetRelativePath(pack, file)));
        var path = Path.Combine(copy, "city.json");
        var city = JsonNode.Parse(File.ReadAllText(path))!;
        city["quietHours"] = new JsonObject { ["from"] = "00:00", ["to"] = "00:00" };
        change?.Invoke(city);
        File.WriteAllText(path, city.ToJsonString());
        return copy;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Suiying.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("No Suiying.slnx above this program.");
    }
}
