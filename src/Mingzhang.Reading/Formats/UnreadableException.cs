using Mingzhang.Core.Findings;

namespace Mingzhang.Reading.Formats;

/// <summary>A file of a known format that cannot be read; the loader turns it into a <see cref="ReadProblem"/>.</summary>
/// <param name="kind">Why.</param>
/// <param name="zh">What is wrong and what to do, in Chinese, without the file's name.</param>
/// <param name="en">The same in English.</param>
internal sealed class UnreadableException(ReadProblemKind kind, string zh, string en) : Exception(en)
{
    /// <summary>The problem with the file's name in front.</summary>
    internal ReadProblem At(string path) => new(kind, new Text($"{path}：{zh}", $"{path}: {Message}"));

    /// <summary>A limit of <see cref="ReadingOptions"/> is exceeded.</summary>
    internal static UnreadableException TooLarge(string zh, string en, long limit) => new(
        ReadProblemKind.TooLarge,
        $"{zh}超过上限 {limit}。请确认这是要检查的文档，或拆分文件。",
        $"{en} exceeds the limit of {limit}. Check that it is the document you mean, or split it.");
}
