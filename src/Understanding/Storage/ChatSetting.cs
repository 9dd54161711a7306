using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using OpenAI;

namespace Suiying.Understanding.Storage;

/// <summary>草拟服务, from configuration or environment: <c>SUIYING_CHAT_URL</c> and what begins with it. See docs/administration.md.</summary>
public sealed record ChatSetting
{
    private const int LongestAnswer = 1024 * 1024;
    private const int LongestName = 100;

    /// <summary>Null where none is set up.</summary>
    public Uri? Address { get; private init; }

    /// <summary>As the service calls it.</summary>
    public string Model { get; private init; } = "";

    /// <summary>How long an answer is waited for.</summary>
    public TimeSpan Longest { get; private init; }

    /// <summary>How many tokens an answer may have.</summary>
    public int Tokens { get; private init; }

    private string? Key { get; init; }

    /// <exception cref="InvalidOperationException">Half of it is set, or it is wrong; said at the start.</exception>
    public static ChatSetting Read(IConfiguration configuration)
    {
        if (configuration["SUIYING_CHAT_URL"] is not { Length: > 0 } address)
            return new ChatSetting();
        if (
            !Uri.TryCreate(address, UriKind.Absolute, out var whole)
            || whole.Scheme is not ("https" or "http")
            || whole.UserInfo.Length > 0
            || whole.Query.Length > 0
        )
            throw new InvalidOperationException(
                "SUIYING_CHAT_URL 应是与 OpenAI 兼容的服务的网址，不带用户名、密码和参数，例如 http://10.20.0.8:8000/v1 。"
            );
        if (configuration["SUIYING_CHAT_MODEL"] is not { Length: > 0 and <= LongestName } model || !model.All(IsOfName))
            throw new InvalidOperationException(
                $"设置了 SUIYING_CHAT_URL，SUIYING_CHAT_MODEL 应是服务里模型的名称，最多{LongestName}个字母、数字和 - _ . : / @ ，例如 qwen3-8b 。"
            );
        return new ChatSetting
        {
            Address = whole,
            Model = model,
            Key = configuration["SUIYING_CHAT_KEY"] is { Length: > 0 } key ? key : null,
            Longest = TimeSpan.FromSeconds(WholeSetting.Read(configuration, "SUIYING_CHAT_SECONDS", 60, (5, 300))),
            Tokens = WholeSetting.Read(configuration, "SUIYING_CHAT_TOKENS", 1500, (100, 16000)),
        };
    }

    /// <summary>The way to the service; null where none is set up. It follows no redirect, so that nothing goes where nobody said.</summary>
    internal IChatClient? Open()
    {
        if (Address is null)
            return null;
        var http = new HttpClient(new ShortAnswers { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var options = new OpenAIClientOptions
        {
            Endpoint = Address,
            NetworkTimeout = Longest,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            Transport = new HttpClientPipelineTransport(http),
        };
        // A server in the house often wants no key, and does not read the one that the protocol has a place for.
        return new OpenAIClient(new ApiKeyCredential(Key ?? "none"), options).GetChatClient(Model).AsIChatClient();
    }

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '/' or '@';

    /// <summary>Says no secret.</summary>
    public override string ToString() => $"ChatSetting({Address?.Host} {Model})";

    /// <summary>Whatever a service sends, only so much of it is taken in.</summary>
    private sealed class ShortAnswers : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            await answer.Content.LoadIntoBufferAsync(LongestAnswer, cancellationToken);
            return answer;
        }
    }
}
