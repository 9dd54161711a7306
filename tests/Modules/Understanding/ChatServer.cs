using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Suiying.Tests.Channels.Messages;

namespace Suiying.Tests.Understanding;

/// <summary>A server as OpenAI's protocol has it: keeps what it was asked and answers what the test says.</summary>
public sealed class ChatServer : LoopbackProgram
{
    public const string Model = "house/qwen3-8b";
    public const string Key = "a-key-of-the-house";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ConcurrentQueue<(string Key, string Body)> asked = new();
    private readonly SemaphoreSlim held = new(0);

    public string Address => $"{Origin}/v1";

    /// <summary>What it writes; null sends <see cref="Raw"/> instead.</summary>
    public string? Writes { get; set; }

    public string Raw { get; set; } = "";

    public string Ends { get; set; } = "stop";

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    /// <summary>True where an answer waits until <see cref="Release"/>.</summary>
    public bool Holds { get; set; }

    public int Count => asked.Count;

    /// <summary>The Authorization header of the last question.</summary>
    public string LastKey => asked.Last().Key;

    /// <summary>The last question.</summary>
    public JsonElement Last => JsonSerializer.Deserialize<JsonElement>(asked.Last().Body);

    /// <summary>The words of a role in the last question.</summary>
    public string Said(string role) =>
        string.Concat(
            Last.GetProperty("messages")
                .EnumerateArray()
                .Where(m => m.GetProperty("role").GetString() == role)
                .Select(m => Words(m.GetProperty("content")))
        );

    /// <summary>All that has come, as it came but for escapes.</summary>
    public string All => string.Concat(asked.Select(a => JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(a.Body), Plain)));

    /// <summary>Lets one answer go.</summary>
    public void Release() => held.Release();

    protected override async Task Answer(HttpListenerContext asked)
    {
        using var reader = new StreamReader(asked.Request.InputStream, Encoding.UTF8);
        this.asked.Enqueue((asked.Request.Headers["Authorization"] ?? "", await reader.ReadToEndAsync()));
        if (Holds)
            await held.WaitAsync();
        asked.Response.StatusCode = (int)Status;
        asked.Response.ContentType = "application/json";
        try
        {
            await asked.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(Writes is null ? Raw : Completion()));
        }
        catch (HttpListenerException)
        {
            // Whoever asked has not waited, or takes in no more.
        }
    }

    private static string Words(JsonElement content) =>
        content.ValueKind == JsonValueKind.String
            ? content.GetString()!
            : string.Concat(content.EnumerateArray().Select(part => part.GetProperty("text").GetString()));

    private string Completion() =>
        JsonSerializer.Serialize(
            new
            {
                id = "chat-1",
                @object = "chat.completion",
                created = 1_772_000_000,
                model = Model,
                choices = new[]
                {
                    new
                    {
                        index = 0,
                        message = new { role = "assistant", content = Writes },
                        finish_reason = Ends,
                    },
                },
                usage = new
                {
                    prompt_tokens = 1,
                    completion_tokens = 1,
                    total_tokens = 2,
                },
            },
            Plain
        );
}
