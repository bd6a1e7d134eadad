/**
 * A Kling text-to-video gateway that runs inside the process, for tests and for trying things out
 * without an account.
 *
 * <p>{@link io.github.kling4j.testkit.KlingGateway} is the server, {@link
 * io.github.kling4j.testkit.KlingGatewayExtension} brings it into JUnit tests, {@link
 * io.github.kling4j.testkit.Dialect} is how it speaks.
 *
 * <p>What it should do wrong is asked for with directives in double brackets, in the prompt of a
 * create or in the API key: {@code "A beach. [[http 503 twice]]"}. An unknown directive is refused
 * with HTTP 400 and the list of those known. Upper and lower case are the same.
 *
 * <table>
 *   <caption>Directives</caption>
 *   <tr><th>directive</th><th>what happens</th></tr>
 *   <tr><td>{@code fail: REASON}</td><td>the task ends as {@code failed} with this {@code
 *       task_status_msg}; {@code fail: risk control} has the vendor's words for it</td></tr>
 *   <tr><td>{@code slow 60s}</td><td>the task takes this long ({@code 500ms}, {@code 90s}, {@code
 *       10m}, {@code 1h} or ISO-8601)</td></tr>
 *   <tr><td>{@code status WORD}</td><td>the running task's status is this word instead of {@code
 *       processing}</td></tr>
 *   <tr><td>{@code http STATUS}</td><td>an answer with this HTTP status and the vendor's error body
 *       that goes with it; below 400 without a body, and 3xx with the request's own path as {@code
 *       Location}</td></tr>
 *   <tr><td>{@code code CODE}</td><td>an answer with this business code under its HTTP status (400
 *       if the vendor's table lacks the code)</td></tr>
 *   <tr><td>{@code word WORD}</td><td>an error with a word for a code, as relays send it, under the
 *       HTTP status that goes with the word (400 if none is known)</td></tr>
 *   <tr><td>{@code error WORD}</td><td>the same inside an object {@code error}; the word may be
 *       {@code null} or {@code ""}</td></tr>
 *   <tr><td>{@code html}</td><td>an HTML page on HTTP 200</td></tr>
 *   <tr><td>{@code drop before read}</td><td>the connection is closed without an answer; no task
 *       is made</td></tr>
 *   <tr><td>{@code drop after read}</td><td>the same, and the task is made</td></tr>
 *   <tr><td>{@code cut}</td><td>the true answer (the task is made), but the connection is closed
 *       after half of its body; with {@code cut after BYTES} after so many of them</td></tr>
 *   <tr><td>{@code stall after BYTES}</td><td>the same, but the connection stays open, and nothing
 *       more comes</td></tr>
 *   <tr><td>{@code gzip}</td><td>the true answer (the task is made), compressed</td></tr>
 *   <tr><td>{@code gzip broken}</td><td>the true answer (the task is made), of whose gzip the second
 *       half is missing</td></tr>
 *   <tr><td>{@code gzip rubbish}</td><td>the true answer (the task is made), which is said to be
 *       gzip and isn't</td></tr>
 *   <tr><td>{@code hang}</td><td>the task is made, and no answer comes</td></tr>
 *   <tr><td>{@code download changed}</td><td>the video's {@code ETag} is another one, also for
 *       {@code If-Range}</td></tr>
 *   <tr><td>{@code download no etag}</td><td>the video has no {@code ETag}</td></tr>
 *   <tr><td>{@code download no ranges}</td><td>the whole video, whatever part is asked for</td></tr>
 * </table>
 *
 * <p>After a fault (all but the first three rows) may follow, in any order:
 *
 * <table>
 *   <caption>Options of a fault</caption>
 *   <tr><th>option</th><th>what it changes</th></tr>
 *   <tr><td>{@code once}, {@code twice}, {@code N times}</td><td>so often, then all is well;
 *       without it, always. Counted per prompt; for {@code query} and {@code download} per task;
 *       for a directive in the key, per key and service</td></tr>
 *   <tr><td>{@code paid}</td><td>a create makes its task nevertheless</td></tr>
 *   <tr><td>{@code html}, {@code empty}</td><td>the body is an HTML page, or there is none</td></tr>
 *   <tr><td>{@code http STATUS}</td><td>another HTTP status, as in {@code code 1301 http
 *       200}</td></tr>
 *   <tr><td>{@code retry-after SECONDS}</td><td>a {@code Retry-After} header</td></tr>
 *   <tr><td>{@code retry-after-date SECONDS}</td><td>the same as a date, so many seconds after the
 *       gateway's time</td></tr>
 * </table>
 *
 * <p>A fault in a prompt spoils the create; with {@code query} or {@code download} before it, as in
 * {@code [[query http 503 twice]]} or {@code [[download cut once]]}, it spoils the queries of that
 * task or the downloads of its video. A fault in the key spoils every call with that key, or with
 * {@code query} or {@code list} before it, only those. Where a key may hold no blanks, an
 * underscore or a dash between all words does as well: {@code [[http_503_twice]]}.
 */
@NullMarked
package io.github.kling4j.testkit;

import org.jspecify.annotations.NullMarked;
