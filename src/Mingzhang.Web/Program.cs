using System.Text;
using Mingzhang.Web.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await WebCommandLine.Run(args);
